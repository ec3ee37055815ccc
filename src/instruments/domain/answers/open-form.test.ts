import { expect, it } from 'vitest'
import { compileForm } from '../compile/compile-form.ts'
import { nodeAt } from './node.ts'
import { addInstance, answer, openForm, removeInstance, violationsOf } from './open-form.ts'

const context = { now: new Date('2026-11-23T10:00:00Z'), random: () => 0.5, language: '' }

function open(...rows: string[][]) {
  const head = ['type', 'name', 'label', 'relevant', 'constraint', 'required', 'calculation']
  const compiled = compileForm([{ name: 'survey', rows: [head, ...rows] }])
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal))
  return openForm(compiled.value, context)
}

const waits = () =>
  open(
    ['begin repeat', 'wait', 'Attente'],
    ['integer', 'days', 'Jours', '', '. > 0', 'yes'],
    ['text', 'why', 'Pourquoi', '${days} > 100'],
    ['end repeat'],
    ['calculate', 'total', '', '', '', '', 'sum(${days})'],
  )

it('what is not relevant says nothing, and comes back as it was', () => {
  const long = answer(answer(waits(), '/data/wait[1]/days', '120'), '/data/wait[1]/why', 'ascenseur')
  const short = answer(long, '/data/wait[1]/days', '3')
  expect(nodeAt(short.root, '/data/wait[1]/why')?.text).toBe('')
  expect(nodeAt(answer(short, '/data/wait[1]/days', '101').root, '/data/wait[1]/why')?.text).toBe('ascenseur')
})

it('a change leaves the answers before it as they were', () => {
  const before = waits()
  answer(before, '/data/wait[1]/days', '5')
  expect(nodeAt(before.root, '/data/wait[1]/days')?.value).toBe('')
})

it('each instance is judged for itself, and a key is not given again', () => {
  const two = addInstance(answer(waits(), '/data/wait[1]/days', '-2'), '/data', 'wait')
  expect(violationsOf(two)).toEqual([
    { path: '/data/wait[1]/days', condition: 'constraint' },
    { path: '/data/wait[2]/days', condition: 'required' },
  ])
  const removed = removeInstance(two, '/data/wait[1]')
  expect(nodeAt(addInstance(removed, '/data', 'wait').root, '/data/wait[3]')).toBeDefined()
})

it('the thirtieth instance is counted with the others', () => {
  let answers = waits()
  for (let count = 2; count <= 30; count += 1) answers = addInstance(answers, '/data', 'wait')
  answers = answer(answer(answers, '/data/wait[30]/days', '7'), '/data/wait[1]/days', '5')
  expect(nodeAt(answers.root, '/data/total')?.text).toBe('')
  for (let count = 2; count < 30; count += 1) answers = answer(answers, `/data/wait[${count}]/days`, '1')
  expect(nodeAt(answers.root, '/data/total')?.text).toBe('40')
})
