using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that lists what ECS describes in the list itself, so that nothing is left to ask.</summary>
/// <typeparam name="TItem">The type of the output.</typeparam>
public abstract class EcsListCommand<TItem> : EcsReadCommand
    where TItem : class
{
    private PageWindow window = new(null);

    /// <summary>The lister. It's created on the pipeline's thread, where the parameters don't change.</summary>
    private protected abstract Lister NewLister();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        window = new PageWindow(PagingParameters);
    }

    /// <summary>Lists.</summary>
    private protected override void Process() => StartListing(NewLister());

    /// <summary>Writes what a list holds, as far as -Skip and -First let it.</summary>
    private protected void StartListing(Lister list, object? about = null) => Start(async output =>
    {
        try
        {
            await foreach (var item in list(output).WithCancellation(Cancellation))
            {
                if (window.Takes()) await output.Object(item);
                if (window.IsFull) return;
            }
        }
        catch (EcsException e)
        {
            await output.Error(await Nearest.Name(e), about);
        }
    });

    /// <summary>Lists, reporting its calls to an output.</summary>
    private protected delegate IAsyncEnumerable<TItem> Lister(JobOutput output);
}
