import { expect, it } from 'vitest'
import { callerAddress } from './caller.ts'

it.each<[string, string | undefined, string[], string, string]>([
  ['203.0.113.7', undefined, [], '203.0.113.7', 'nobody between'],
  ['203.0.113.7', '198.51.100.1', [], '203.0.113.7', 'a header from a caller nobody trusts'],
  ['127.0.0.1', '203.0.113.7', ['127.0.0.1'], '203.0.113.7', 'behind our proxy'],
  ['::ffff:127.0.0.1', '203.0.113.7', ['127.0.0.1'], '203.0.113.7', 'IPv4 written as IPv6'],
  [
    '127.0.0.1',
    '1.1.1.1, 203.0.113.7',
    ['127.0.0.1'],
    '203.0.113.7',
    'the first one was made up by the caller',
  ],
  ['127.0.0.1', '203.0.113.7, 10.0.0.2', ['127.0.0.1', '10.0.0.2'], '203.0.113.7', 'behind two of ours'],
  ['127.0.0.1', undefined, ['127.0.0.1'], '127.0.0.1', 'the proxy itself asks'],
])('from %s, said %s, trusting %j: %s (%s)', (connection, forwarded, trusted, caller) =>
  expect(callerAddress(connection, forwarded, trusted)).toBe(caller),
)
