export const time = { yesterday: 'wczoraj', today: 'dziś', tomorrow: 'jutro', allDay: 'cały dzień' } as const
