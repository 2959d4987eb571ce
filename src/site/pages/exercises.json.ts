/** All exercises, for the pages that grade more than one. */
import type { APIRoute } from 'astro';
import { exercises } from '../exercises.js';

export const GET: APIRoute = () => Response.json(exercises);
