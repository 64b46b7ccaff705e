namespace EcsTools.Local.Engine.State;

/// <summary>Something with an id that is numbered in the order of creation.</summary>
internal interface IOrdered
{
    string Id { get; }

    long Number { get; }
}
