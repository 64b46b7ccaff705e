using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>Shows running activities; called under the screen's lock. A view that draws nothing has only reports to take.</summary>
internal interface IProgressView
{
    /// <summary>Takes in an activity's new state.</summary>
    /// <param name="record">The activity, by its id.</param>
    /// <param name="mayDraw">Whether the cursor stands at the start of a line.</param>
    void Report(ProgressRecord record, bool mayDraw);

    /// <summary>Forgets all activities.</summary>
    void Clear();

    /// <summary>Makes room for text.</summary>
    void Hide()
    {
    }

    /// <summary>Shows again what <see cref="Hide"/> took away.</summary>
    void Redraw()
    {
    }
}
