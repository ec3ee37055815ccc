// A run that is interrupted (Ctrl-C, kill, kill -9) never reaches its teardown, and PostgreSQL is detached on purpose.
import { spawn } from 'node:child_process'

const script = `
cat > /dev/null
test -d "$1/data" || exit 0
kill -INT "$(head -n 1 "$1/data/postmaster.pid")"
while test -f "$1/data/postmaster.pid"; do sleep 0.1; done
rm -rf "$1"`

/** When this process is gone, however it went, the pipe closes: the cluster of `folder` is stopped and removed. */
export function removeWhenWeAreGone(folder: string): void {
  spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }).unref()
}
