import { isIn } from '../../access/scope.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { purgeRegister } from '../store/purge-register.ts'
import { KeepingPage } from '../views/keeping-page.tsx'

/** Rules are for everybody of any space; the register is for whoever administers it. */
export function keepingPage(app: SpaceApp): void {
  app.get('/espace/conservation', async (c) => {
    const administers = isIn(c.var.actor, 'administrator')
    const register = administers ? await c.var.inScope(purgeRegister) : undefined
    const crumbs = [{ href: '/espace', label: 'Espace' }, { label: 'Conservation' }]
    return c.var.page({ title: 'Conservation', crumbs }, <KeepingPage register={register} />)
  })
}
