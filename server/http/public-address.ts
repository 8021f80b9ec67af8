import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parse('2000::')

/**
 * Whether an IP address lies in the open internet: not this machine, not a private or provider's network, no link, no multicast, nothing
 * reserved, and no IPv6 form of such an IPv4 address (T44).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalUnicast as never, 3)
}
