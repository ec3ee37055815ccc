/** The pages of waits of a space. */
export { waitsRoutes } from './routes/rooms.ts'
