namespace EcsTools.Generator.Parsing;

/// <summary>The problem of an entry in a model file, and the place of the entry.</summary>
internal readonly record struct ModelProblem(string Entry, string Problem, int Position);
