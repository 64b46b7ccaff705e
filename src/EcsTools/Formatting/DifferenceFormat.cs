using EcsTools.Deploy;

namespace EcsTools.Formatting;

/// <summary>How views write differences of task definitions.</summary>
public static class DifferenceFormat
{
    private const int Longest = 40;

    /// <summary>What became of a place, in its colour.</summary>
    public static string Kind(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Kind switch
        {
            "Added" => Paint.Good(difference.Kind),
            "Removed" => Paint.Bad(difference.Kind),
            _ => Paint.Busy(difference.Kind),
        };
    }

    /// <summary>What stood there: the colour of what went.</summary>
    public static string Before(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Paint.Bad(Short(HiddenValues.Secrets(difference).Before));
    }

    /// <summary>What stands there now: the colour of what came.</summary>
    public static string After(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Paint.Good(Short(HiddenValues.Secrets(difference).After));
    }

    private static string Short(string? text) => text is { Length: > Longest } ? $"{text[..(Longest - 1)]}…" : text ?? "";
}
