import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REGISTER } from '../domain/register.ts'
import { registerMarkdown } from './register-markdown.fr.ts'

test('docs/deadlines.md says what the register says', () => {
  const kept = readFileSync(new URL('../../../docs/deadlines.md', import.meta.url), 'utf8')
  expect(kept === registerMarkdown(), 'docs/deadlines.md is out of date: run npm run docs').toBe(true)
  for (const { id } of REGISTER) expect(kept).toContain(`\`${id}\``)
})
