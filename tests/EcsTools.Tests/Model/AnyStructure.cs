using System.Reflection;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Reads a structure of a type that only its shape describes.</summary>
internal static class AnyStructure
{
    private delegate IStructure Reader(ReadOnlySpan<byte> json);

    private static readonly Dictionary<Type, Reader> Readers = AllStructures.Shapes.Concat(AllStructures.OfOtherServices).ToDictionary(shape => shape.Type, shape => Make(shape.Type));

    public static IStructure Read(StructureShape shape, ReadOnlySpan<byte> json) => Readers[shape.Type](json);

    private static Reader Make(Type type) =>
        typeof(WireJson).GetMethod(nameof(WireJson.Read), BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Reader>();
}
