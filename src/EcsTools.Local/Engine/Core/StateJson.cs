using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Core;

/// <summary>The state as JSON: the engine's own classes by their properties, the API's structures as the wire has them.</summary>
internal static class StateJson
{
    private const double LongestSpan = 10.0 * 366 * 24 * 3600;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        Converters = { new StructureConverterFactory(), new SecondsConverter() },
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // also where the host has turned reflection off as the default
    };

    public static byte[] Write(EngineState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    /// <summary>Writes piece by piece: a large state is never in memory as a whole.</summary>
    public static void Write(EngineState state, Stream stream) => JsonSerializer.Serialize(stream, state, Options);

    /// <summary>Reads a state, and finds what each part of it names.</summary>
    /// <exception cref="StateException">The JSON isn't a state; the error has the place.</exception>
    public static EngineState Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var state =
                JsonSerializer.Deserialize<EngineState>(json, Options) ?? throw new StateException("expected an object, found null");
            StateCheck.Whole(state);
            state.Link();
            return state;
        }
        catch (JsonException e)
        {
            throw new StateException($"{e.Path}: {e.Message}", e);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new StateException($"a part is missing, or there twice: {e.Message}", e);
        }
    }

    public static byte[] Write(LocalBehaviors behaviors) => JsonSerializer.SerializeToUtf8Bytes(behaviors, Options);

    /// <exception cref="BehaviorException">The JSON doesn't contain behaviors; the error has the place.</exception>
    public static LocalBehaviors ReadBehaviors(ReadOnlySpan<byte> json)
    {
        try
        {
            var behaviors =
                JsonSerializer.Deserialize<LocalBehaviors>(json, Options) ?? throw new BehaviorException("expected an object, found null");
            StateCheck.Whole(behaviors);
            return behaviors;
        }
        catch (StateException e)
        {
            throw new BehaviorException(e.Message);
        }
        catch (JsonException e)
        {
            throw new BehaviorException($"{e.Path}: {e.Message}");
        }
    }

    // Other languages write spans of time as numbers.
    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.GetDouble() is >= 0 and <= LongestSpan and var seconds
                ? TimeSpan.FromSeconds(seconds)
                : throw new JsonException("expected a number of seconds");

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.TotalSeconds);
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
            var start = reader;
            try
            {
                return T.Read(ref reader);
            }
            catch (Exception e) when (e is WireException or InvalidOperationException) // the latter: a text that is not Unicode
            {
                throw Error(start);
            }
        }

        /// <summary>
        /// The structure is read again on its own, so that the error has the path within it; the serializer adds the path to it.
        /// </summary>
        private static JsonException Error(Utf8JsonReader start)
        {
            using var structure = JsonDocument.ParseValue(ref start);
            try
            {
                WireJson.Read<T>(JsonSerializer.SerializeToUtf8Bytes(structure));
            }
            catch (WireException e)
            {
                return new JsonException(e.Message, e);
            }

            throw new UnreachableException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer);
    }
}
