import type { RequestHandler, Router } from 'express'
import { MethodNotAllowedError } from '../errors.ts'

/**
 * Stands behind all routes: an address that some route has, asked with another method, is 405 and says which methods it
 * answers. Any other address goes on to what follows. Routes are given as texts with `:name` for what varies.
 */
export function refuseOtherMethods(routers: readonly Router[]): RequestHandler {
  const routes = routers.flatMap((router) => router.stack.flatMap(({ route }) => (route ? [toPattern(route)] : [])))
  return (req, _res, next) => {
    const methods = routes.filter(({ pattern }) => pattern.test(req.path)).flatMap((route) => route.methods)
    if (methods.length === 0 || methods.includes(req.method)) next()
    else next(new MethodNotAllowedError([...new Set(methods)].toSorted()))
  }
}

type Route = NonNullable<Router['stack'][number]['route']>

function toPattern(route: Route): { readonly pattern: RegExp; readonly methods: readonly string[] } {
  const methods = route.stack.map(({ method }) => method.toUpperCase())
  return {
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
    methods: methods.includes('GET') ? [...methods, 'HEAD'] : methods,
  }
}
