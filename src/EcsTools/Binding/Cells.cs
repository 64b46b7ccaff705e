using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Creates the value of a parameter from a cell of a row, by the same rules as on the command line, except that an empty cell isn't a
/// value.
/// </summary>
internal static partial class Cells
{
    /// <summary>The problem of a cell that contains the name of a type.</summary>
    public const string Lost = "the cell holds the name of a .NET type: CSV keeps no lists and no nested objects. JSON does";

    /// <summary>Whether a cell is empty.</summary>
    public static bool IsEmpty(object? cell) => Base(cell) is null or DBNull or string { Length: 0 };

    /// <summary>Whether a cell holds nothing but the type of a list or an object, which is what CSV keeps of them.</summary>
    public static bool IsLost(object? cell) => Base(cell) is string text && TypeNames().IsMatch(text);

    /// <summary>The value for the parameter.</summary>
    /// <exception cref="BindingException">The cell does not fit the parameter.</exception>
    public static object? Convert(object cell, CmdletParameter parameter, string column)
    {
        if (IsLost(cell)) throw new BindingException(column, Lost);
        var type = Nullable.GetUnderlyingType(parameter.Property.PropertyType) ?? parameter.Property.PropertyType;
        try
        {
            var value = parameter.All<ArgumentTransformationAttribute>().Aggregate(
                (object?)cell, (given, attribute) => attribute.Transform(null!, given));
            if (Scalar(type) is { } shape) value = StructureBinder.Bind(value, shape, column);
            else if (type == typeof(string)
                && Base(value) is { } one and (IDictionary or PSCustomObject or PSObject or IStructure or ICollection))
                throw new BindingException(column, $"expected a string, found {StructureBinder.Describe(one)}");
            var result = LanguagePrimitives.ConvertTo(value, parameter.Property.PropertyType, CultureInfo.InvariantCulture);
            Check(result, parameter, column);
            return result;
        }
        catch (ArgumentTransformationMetadataException e)
        {
            throw new BindingException(column, e.Message, e);
        }
        catch (PSInvalidCastException e) when (e is not BindingException)
        {
            throw new BindingException(column, $"expected {type.Name}, found {StructureBinder.Describe(cell)}", e);
        }
    }

    private static void Check(object? value, CmdletParameter parameter, string column)
    {
        if (parameter.First<AtLeastAttribute>()?.Problem(value) is { } problem)
            throw new BindingException(column, problem);
        if (parameter.First<ValidateRangeAttribute>() is { MinRange: { } least, MaxRange: { } most }
            && value is IComparable number && (number.CompareTo(least) < 0 || number.CompareTo(most) > 0))
            throw new BindingException(column, $"expected a number from {least} to {most}, found {number}");
    }

    private static ValueShape? Scalar(Type type) =>
        type == typeof(SwitchParameter) || type == typeof(bool) ? ValueShape.Boolean
        : type == typeof(int) ? ValueShape.Integer
        : type == typeof(long) ? ValueShape.Long
        : type == typeof(double) ? ValueShape.Double
        : type == typeof(DateTime) ? ValueShape.Timestamp
        : null;

    [GeneratedRegex(@"^(System\.Collections\.|System\.[\w.]+\[\]$|EcsTools\.Model\.|Amazon\.ECS\.Model\.)")]
    private static partial Regex TypeNames();

    private static object? Base(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
