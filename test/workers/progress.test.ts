import { expect, it } from 'vitest'
import { cancelJob, progressOf } from '../../workers/engine/progress.ts'
import type { Job } from '../../workers/facade.ts'

it('gives up when asked to, also where the job is the page’s and its name has to be asked for', async () => {
  const fromPage = { id: Promise.resolve('job-7'), progress: () => undefined } as unknown as Job
  const progress = progressOf(fromPage)
  await progress(0.1)
  cancelJob('job-7')
  await expect(progress(0.2)).rejects.toMatchObject({ code: 'cancelled' })
  await expect(progress(0.3)).resolves.toBeUndefined()
})
