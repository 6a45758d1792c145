import { askFirst } from './client/first-questions.ts';
import { newQueryClient } from './client/queries.ts';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/marks.css';
import './styles/ticket-picker.css';
import './styles/session-bar.css';
import './styles/prompt-bell.css';
import './styles/dialogs.css';
import './styles/today.css';
import './styles/entry-rows.css';
import './styles/entry-forms.css';
import './styles/quick-add.css';
import './styles/timeline.css';
import './styles/clock.css';
import './styles/clock-drag.css';
import './styles/pages.css';
import './styles/booked.css';
import './styles/reflow.css';
import './styles/high-contrast.css';

// This file is small: the host is asked while everything that draws is still being read.
const queries = newQueryClient();
const answered = askFirst(queries);
void import('./draw.tsx').then(({ draw }) => draw(queries, answered));
