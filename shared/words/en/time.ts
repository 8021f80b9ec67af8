export const time = { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow', allDay: 'all day' } as const
