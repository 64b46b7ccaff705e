namespace EcsTools.Commands;

/// <summary>
/// Lists operations that a cmdlet can call although the examples on its page don't: the page lists the IAM actions of all of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class CallsAttribute(params string[] operations) : System.Attribute
{
    /// <summary>The operations of ECS by name; those of other services as IAM actions, for example kms:GenerateDataKey.</summary>
    public string[] Operations => operations;

    /// <summary>The switch with which the calls occur, Wait or WhatIf. Default: always.</summary>
    public string? With { get; init; }
}
