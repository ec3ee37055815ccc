import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('after signing in one stays in the house', () => {
  it.each<[string | undefined, string | undefined, string]>([
    ['/personnes', '/personnes', 'a room'],
    ['/personnes?page=2', '/personnes?page=2', 'a room and its question'],
    ['//mauvais.test', undefined, 'another host, by two slashes'],
    ['/\\mauvais.test', undefined, 'another host, by a backslash'],
    ['/\t/mauvais.test', undefined, 'browsers drop tabs: two slashes again'],
    ['/.//mauvais.test', undefined, 'a dot segment that leaves two slashes'],
    ['/a/..//mauvais.test', undefined, 'the same, climbing'],
    ['https://mauvais.test/', undefined, 'an address'],
    ['javascript:alert(1)', undefined, 'a script'],
    ['personnes', undefined, 'no slash'],
    ['', undefined, 'nothing'],
    [undefined, undefined, 'absent'],
    ['/entrer?suite=/entrer', undefined, 'the door itself: one would turn in circles'],
    [`/${'a'.repeat(500)}`, undefined, 'too long to be ours'],
    ['/lieux#ici', '/lieux', 'what follows # stays in the browser'],
  ])('%j becomes %j: %s', (text, path) => expect(localPath(text)).toBe(path))
})
