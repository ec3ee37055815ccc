import { nodeAt } from '../../instruments/domain/answers/node.ts'
import { addInstance, answer, type Answers } from '../../instruments/domain/answers/open-form.ts'

/** The form as it was when these answers stood: what repeats is opened again as often as they say. */
export function restoredAnswers(fresh: Answers, standing: Iterable<readonly [string, string]>): Answers {
  let now = fresh
  for (const [path, value] of standing) now = answer(withInstances(now, path), path, value)
  return now
}

function withInstances(answers: Answers, path: string): Answers {
  let now = answers
  const parts = path.split('/').slice(1)
  parts.forEach((part, at) => {
    const [, name, key] = /^(.+)\[(\d+)\]$/.exec(part) ?? []
    const [parent, place] = [parts.slice(0, at), parts.slice(0, at + 1)].map((some) => `/${some.join('/')}`)
    if (!name || !parent || !place) return
    for (let added = 0; added < Number(key) && !nodeAt(now.root, place); added++)
      now = addInstance(now, parent, name)
  })
  return now
}
