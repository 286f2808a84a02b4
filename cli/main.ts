/** The command line: `hashiya analyze`, `hashiya export` and the other COMMANDS. */
import { Command, CommanderError } from 'commander';
import { EXIT } from './commands/command.ts';
import { COMMANDS } from './commands/commands.ts';
import { fileErrorText, UsageError } from './files.ts';
import { VERSION } from './version.ts';

// A reader that has seen enough (head, less) closes the pipe: that is no error. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`hashiya: the output could not be written whole: ${error.message}\n`);
  process.exit(EXIT.usage);
});

const program = new Command('hashiya')
  .description(
    'Marks entities, quotations and boilerplate in Arabic news articles, and exports annotations as datasets.',
  )
  .version(VERSION, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .helpCommand('help [command]', 'print help for a command')
  .showHelpAfterError('(hashiya --help tells more)')
  .exitOverride();
for (const add of COMMANDS) add(program);
for (const command of program.commands)
  command.showHelpAfterError(`(hashiya ${command.name()} --help tells more)`);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`hashiya: ${error.message}\n`);
    process.exitCode = EXIT.usage;
  } else if (error instanceof Error && 'path' in error && 'code' in error) {
    process.stderr.write(`hashiya: ${String(error.path)}: ${fileErrorText(error)}\n`);
    process.exitCode = EXIT.usage;
  } else throw error;
}
