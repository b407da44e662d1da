// Asks the server, and says in its own words what went wrong.

/** What the server answers with when it cannot do something (RFC 9457). */
interface Problem {
  detail?: string;
  hint?: string | null;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function request(path: string, options: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(0, "The server cannot be reached. Is it still running?");
  }
  if (!response.ok) throw new Refused(response.status, await explanation(response));
  return response;
}

export async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const response = await request(given.size ? `${path}?${given}` : path);
  return (await response.json()) as T;
}

/** The token that a page asked its reader for, if the server wants one. */
export function tokenHeader(): Record<string, string> {
  const token = document.querySelector<HTMLInputElement>("#token")?.value;
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function explanation(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as Problem;
    return [problem.detail, problem.hint].filter(Boolean).join(" ") || response.statusText;
  } catch {
    return response.statusText || `The server answered ${response.status}.`;
  }
}
