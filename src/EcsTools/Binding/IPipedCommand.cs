namespace EcsTools.Binding;

/// <summary>A cmdlet that takes objects of this module from the pipeline.</summary>
internal interface IPipedCommand
{
    /// <summary>The name of the cmdlet in messages.</summary>
    string Name { get; }

    /// <summary>The parameter set of the command line.</summary>
    string ParameterSetName { get; }

    /// <summary>Whether the target can be omitted, and the other parameters filter a list.</summary>
    bool IsLister { get; }

    /// <summary>Whether a cluster is enough: the cmdlet lists its contents, or creates something in it.</summary>
    bool IsClusterEnough { get; }

    /// <summary>Narrows a list to an object that no parameter takes.</summary>
    /// <returns>Whether the cmdlet can do that.</returns>
    bool Narrow(PipedObject piped, Action<string, object?> set);
}
