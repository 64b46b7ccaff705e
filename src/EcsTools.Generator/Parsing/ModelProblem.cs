namespace EcsTools.Generator.Parsing;

/// <summary>What is wrong with an entry of a model file, and where the entry stands.</summary>
internal readonly record struct ModelProblem(string Entry, string Problem, int Position);
