using System.Text.Json;

namespace EcsTools.Model;

/// <summary>A structure of the ECS API: plain data that can be written as the API's JSON.</summary>
/// <remarks>The members are implemented explicitly, so that people who look at an object see ECS's members only.</remarks>
public interface IStructure
{
    /// <summary>The structure's members, for code that walks structures it does not know.</summary>
    StructureShape GetShape();

    /// <summary>Writes the members that are set as one JSON object.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>A structure that can be read from the API's JSON.</summary>
/// <typeparam name="TSelf">The structure itself.</typeparam>
public interface IStructure<TSelf> : IStructure
    where TSelf : class, IStructure<TSelf>, new()
{
    /// <summary>The shape of the type, without an instance.</summary>
    static abstract StructureShape TypeShape { get; }

    /// <summary>Reads the object that the reader stands on; members it does not know are skipped.</summary>
    /// <exception cref="WireException">A value has the wrong JSON type.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);
}

/// <summary>A request that ECS recognises when it is sent twice, by a token that the client makes up.</summary>
public interface IIdempotentRequest
{
    /// <summary>The token; a client fills it in when the caller did not.</summary>
    string? Token { get; set; }
}
