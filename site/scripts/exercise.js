// An exercise set: its items begin to work, and the page says how many of them are solved. Nothing is kept.

import "./page.js";
import "./exercise-items.js";
