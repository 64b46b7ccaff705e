using EcsTools.Calls;
using EcsTools.Completion;

namespace EcsTools.Commands;

/// <summary>What names exist, for the errors about names that don't.</summary>
public abstract partial class EcsCommand
{
    private NearestName? nearest;

    internal NearestName Nearest => nearest ??= new NearestName(Connection);
}
