// What the HTTP API sends, and what the widget tells its host. Type declarations only; nothing here is served.

export interface Span {
  start: number;
  end: number;
}

export interface Deadline {
  text: string;
  from: string | null;
  to: string | null;
  kind?: "date" | "relative" | "recurring" | "open";
}

export interface Target {
  text: string;
  value: number | null;
  unit: string | null;
  by: string | null;
}

export interface TaskRecord {
  id: string;
  document_id: string;
  section: string[];
  number: string | null;
  task: string;
  lead_units: string[];
  participating_units: string[];
  lead_basis: "marked" | "stated" | "sole" | "first_listed" | null;
  deadline: Deadline | null;
  targets: Target[];
  spans: Record<string, Span[]>;
  milestones?: Deadline[];
  /** Other places that have this task; sent with the rows of the ledger. */
  links?: TaskLink[];
}

export interface TaskLink {
  id: string;
  document_id: string;
  section: string[];
  number: string | null;
  agrees: string[];
  differs: string[];
  only_here: string[];
  only_there: string[];
}

export interface Citation {
  marker: number;
  document_id: string;
  title: string;
  document_number: string | null;
  issuer: string | null;
  issued: string | null;
  section: string[];
  quote: string;
  start: number;
  end: number;
  page: number | null;
  url: string;
}

export interface Answer {
  id: string;
  conversation_id: string;
  question: string;
  standalone_question: string;
  language: "zh" | "en";
  status: "answered" | "partial" | "not_found";
  answer: string;
  missing: string[];
  tasks: TaskRecord[];
  total: number | null;
  coverage: string | null;
  citations: Citation[];
  follow_ups: string[];
}

/** RFC 9457, as far as it is shown. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
}

export interface Section {
  path: string[];
  level: number;
  start: number;
  end: number;
  heading?: Span | null;
  speaker: string | null;
}

/** A document of `GET /v1/documents`. */
export interface DocumentSummary {
  id: string;
  title: string;
  number: string | null;
  issuer: string | null;
  issued: string | null;
  media_type: string;
  characters: number;
  passages: number;
  records: number;
  warnings: string[];
  url: string;
}

/** `GET /v1/documents/{id}`. */
export interface DocumentDetail extends DocumentSummary {
  source?: string | null;
  sections: Section[];
  pages?: { number: number; start: number; end: number }[];
  counts: Record<string, number>;
}

/** `GET /v1/jobs/{id}`. */
export interface Job {
  id: string;
  status: "queued" | "running" | "done" | "failed";
  done: number;
  total: number;
  url: string;
  files: {
    name: string;
    outcome: string | null;
    document_id: string | null;
    reason: string | null;
    warnings?: string[];
  }[];
}

/** One exchange as the widget holds it; `partial` is what has streamed in so far. */
export interface Turn {
  question: string;
  state: "searching" | "streaming" | "done" | "stopped" | "failed";
  partial: string;
  citations: Citation[];
  answer: Answer | null;
  trouble: string | null;
  rating: "up" | "down" | null;
}

export interface ZhengwenEvents {
  "zhengwen:ask": CustomEvent<{ question: string }>;
  "zhengwen:answer": CustomEvent<{ answer: Answer }>;
  "zhengwen:citation": CustomEvent<{ citation: Citation }>;
  "zhengwen:feedback": CustomEvent<{ answer_id: string; rating: "up" | "down"; comment: string | null }>;
  "zhengwen:error": CustomEvent<{ message: string }>;
  "zhengwen:toggle": CustomEvent<{ open: boolean }>;
}

declare global {
  /** The widget's style sheet, put before the modules when they are joined. */
  const STYLE: string;
  interface HTMLElementEventMap extends ZhengwenEvents {}
}
