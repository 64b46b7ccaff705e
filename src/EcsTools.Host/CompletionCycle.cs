using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>Tab asks once for the completions at the cursor, then walks them until another key is pressed.</summary>
internal sealed class CompletionCycle(LineEditor.Completer complete)
{
    private CommandCompletion? found;
    private int replaced;

    public void Next(LineBuffer line, bool forward)
    {
        if (found is null)
        {
            found = complete(line.Text, line.Cursor);
            replaced = found?.ReplacementLength ?? 0;
        }

        if (found?.GetNextResult(forward) is not { } next)
            return;
        line.Replace(found.ReplacementIndex, replaced, next.CompletionText);
        replaced = next.CompletionText.Length;
    }

    public void Reset() => found = null;
}
