/** The commands that work on files alone and never open the database. */
export const FILE_COMMANDS = ['waits', 'map', 'tally'] as const
export type FileCommand = (typeof FILE_COMMANDS)[number]

export const isFileCommand = (word: string | undefined): word is FileCommand =>
  FILE_COMMANDS.some((command) => command === word)
