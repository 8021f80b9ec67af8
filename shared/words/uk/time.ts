export const time = { yesterday: 'вчора', today: 'сьогодні', tomorrow: 'завтра', allDay: 'увесь день' } as const
