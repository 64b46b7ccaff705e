using EcsTools.Calls;
using EcsTools.Completion;

namespace EcsTools.Commands;

/// <summary>The existing names, for the errors about names that don't exist.</summary>
public abstract partial class EcsCommand
{
    private NearestName? nearest;

    internal NearestName Nearest => nearest ??= new NearestName(Connection);
}
