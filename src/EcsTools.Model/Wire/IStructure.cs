using System.Text.Json;

namespace EcsTools.Model;

/// <summary>A structure of the ECS API: plain data that can be written as the API's JSON.</summary>
/// <remarks>
/// It has no members: PowerShell shows the members of a public interface as members of the object. <see cref="StructureExtensions"/> has
/// what code needs.
/// </remarks>
public interface IStructure;

/// <summary>A structure that can be read from the API's JSON.</summary>
/// <typeparam name="TSelf">The structure itself.</typeparam>
public interface IStructure<TSelf> : IStructure
    where TSelf : class, IStructure<TSelf>, new()
{
    /// <summary>The shape of the type, without an instance.</summary>
    static abstract StructureShape TypeShape { get; }

    /// <summary>Reads the current object of the reader, and skips unknown members.</summary>
    /// <exception cref="WireException">A value has the wrong JSON type.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);
}

/// <summary>Methods for structures whose type isn't known at compile time.</summary>
public static class StructureExtensions
{
    /// <summary>The structure's members.</summary>
    public static StructureShape GetShape(this IStructure structure) => ((Structure)structure).Shape;

    /// <summary>A copy at every depth: nothing that is changed in the one is changed in the other.</summary>
    internal static T Copy<T>(this T structure)
        where T : class, IStructure => (T)(object)((Structure)(object)structure).CopyAll();

    /// <summary>Writes the members that are set as one JSON object.</summary>
    public static void Write(this IStructure structure, Utf8JsonWriter writer) => ((Structure)structure).WriteTo(writer);
}

/// <summary>A request that ECS recognizes when it is sent twice, by a token that the client makes up.</summary>
internal interface IIdempotentRequest
{
    /// <summary>The token; a client fills it in when the caller did not.</summary>
    string? Token { get; set; }
}
