namespace EcsTools.Commands;

/// <summary>Gives a cmdlet the parameters of <see cref="Deploy.IDeployParameters"/>. The generator writes them.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DeploysAttribute : System.Attribute;
