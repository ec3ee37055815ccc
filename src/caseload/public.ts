/** What asks for somebody today among a union's complaints; for the page where one lands. */
export { type ComplaintsToday, readComplaintsToday } from './store/today.ts'
/** The picture of it. */
export { TodayComplaints } from './views/today-complaints.tsx'
