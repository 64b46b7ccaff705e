using System.Text.Json;
using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>The state as JSON: the engine's own classes by their properties, the API's structures as the wire has them.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        Converters = { new StructureConverterFactory() },
        WriteIndented = true,
    };

    public static byte[] Write(EngineState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    /// <summary>Reads a state, and finds what each part of it names.</summary>
    /// <exception cref="StateException">The JSON is no state; it says where.</exception>
    public static EngineState Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var state = JsonSerializer.Deserialize<EngineState>(json, Options) ?? throw new StateException("expected an object, found null");
            foreach (var region in state.Regions.Values) region.Link();
            return state;
        }
        catch (JsonException e)
        {
            throw new StateException(e.Message, e);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new StateException($"the parts do not fit together: {e.Message}", e);
        }
    }

    private sealed class StructureConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(IStructure).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(StructureConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class StructureConverter<T> : JsonConverter<T>
        where T : class, IStructure<T>, new()
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return T.Read(ref reader);
            }
            catch (WireException e)
            {
                throw new JsonException(e.Problem, e); // the serializer adds the path
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer);
    }
}
