import 'zone.js'

/*
 * What Angular does: it runs in a zone of its own, and looks at everything again after each task
 * in it. `zone` runs code there; `turns` counts how often Angular would look.
 */

interface Angular {
  run: (work: () => void) => void
  turns: number
}

declare global {
  var angular: Angular
}

type Hook = NonNullable<ZoneSpec['onInvokeTask']>

const angular: Angular = { run: (work) => zone.run(work), turns: 0 }
const zone = Zone.current.fork({
  name: 'angular',
  onInvokeTask(...[delegate, , target, task, self, args]: Parameters<Hook>): unknown {
    angular.turns += 1
    return delegate.invokeTask(target, task, self, args)
  },
})
globalThis.angular = angular
