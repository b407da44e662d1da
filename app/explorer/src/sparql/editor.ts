// The query editor: CodeMirror with SPARQL's colours, and completion of prefixes and of the ontology's terms.
import { autocompletion, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { find } from "../dom";

const KEYWORDS = "SELECT ASK CONSTRUCT DESCRIBE DISTINCT WHERE FILTER OPTIONAL UNION GRAPH BIND VALUES MINUS EXISTS PREFIX FROM NAMED AS COUNT SUM MIN MAX GROUP BY ORDER DESC LIMIT OFFSET HAVING".split(" ");

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--asserted)" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--doubt)" },
  { tag: tags.variableName, color: "var(--link)" },
]);

const look = EditorView.theme({
  "&": { fontSize: ".875rem", color: "var(--ink)", backgroundColor: "var(--paper)" },
  ".cm-content": { fontFamily: "var(--mono)", minHeight: "16rem", caretColor: "var(--ink)" },
  ".cm-scroller": { maxHeight: "32rem", overflow: "auto", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--soft)", borderRight: "1px solid var(--rule)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "-1px" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark-strong) !important" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--soft)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
});

/**
 * Puts what is typed in the place of what is selected. Left to itself, Chromium gives the new text the look of the old by
 * a style of its own, which the page's content policy stops with a complaint.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
    view.dispatch({ ...view.state.replaceSelection(event.data), userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** An editor in place of the text field, which keeps the text for the form. */
export function openEditor(field: HTMLTextAreaElement, terms: () => readonly string[], onRun: () => void): EditorView {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w:?-]+/);
    if (!word && !context.explicit) return null;
    const options = [...terms().map((label) => ({ label, type: "property" })), ...KEYWORDS.map((label) => ({ label, type: "keyword" }))];
    return { from: word?.from ?? context.pos, options, validFor: /^[\w:?-]*$/ };
  };
  const nonce = find<HTMLMetaElement>('meta[name="csp-nonce"]').content;
  const view = new EditorView({
    parent: find("#editor"),
    state: EditorState.create({
      doc: field.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        lineNumbers(), history(), drawSelection(), bracketMatching(), highlightActiveLine(), EditorView.lineWrapping,
        StreamLanguage.define(sparql), syntaxHighlighting(colours), look, autocompletion({ override: [complete], activateOnTyping: true }),
        typedOver,
        // No binding for Tab: it leaves the editor, as it leaves any field.
        keymap.of([{ key: "Mod-Enter", run: () => (onRun(), true) }, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "SPARQL query", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) field.value = update.state.doc.toString();
        }),
      ],
    }),
  });
  field.hidden = true;
  return view;
}
