namespace EcsTools.Commands;

/// <summary>Names the operations of ECS that a cmdlet calls, the main one first, where its parameters are not those of one request.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CallsAttribute(params string[] operations) : System.Attribute
{
    /// <summary>The operations.</summary>
    public string[] Operations => operations;
}
