import type { DriftReport } from '../../recipe/drift-report.ts'
import { saveFile } from '../save-file.ts'

/** Hands the report to the browser's downloads, as JSON. */
export function saveReport(report: DriftReport, name: string): void {
  const fileName = name.replace(/[\\/:*?"<>|]+/g, '-')
  saveFile({ fileName, blob: new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }) })
}
