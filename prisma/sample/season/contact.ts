import { texts } from '../shapes.ts'

/** Contacts that lead nowhere: numbers of noughts, and a domain that RFC 2606 keeps for examples. */
const hours = texts('pon.-pt. 9:00-15:00', 'Mon-Fri 9:00-15:00', 'пн-пт 9:00-15:00')

export const contactIn = (areaCode: 32 | 58 | 68) => ({
  contactPhone: `${areaCode} 000 00 00`,
  contactEmail: 'zapisy@example.org',
  contactHours: hours,
})
