using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Text;

namespace EcsTools.Binding;

/// <summary>Sets a cmdlet's parameters from a row that a person made: each column that has a parameter's name sets it.</summary>
internal sealed class RowBinder(IPipedCommand command, Record record)
{
    private readonly CmdletParameters parameters = record.Parameters;

    /// <summary>
    /// Whether an object is a row: a custom object, a row of a data table, or an object of a class that was written in PowerShell.
    /// </summary>
    public static bool IsRow(object value) => value is PSCustomObject or System.Data.DataRow || value.GetType().Assembly.IsDynamic;

    /// <summary>Sets the parameters.</summary>
    /// <returns>The error about the row; null if all is well.</returns>
    public ErrorRecord? Bind(PSObject row)
    {
        var cells = row.Properties.Where(property => property.IsGettable && !Cells.IsEmpty(property.Value)).ToList();
        try
        {
            foreach (var cell in cells)
            {
                if (Column(cell.Name) is { } parameter && record.IsOpen(parameter))
                    record.Set(parameter, Cells.Convert(cell.Value, parameter, cell.Name));
            }
        }
        catch (BindingException e)
        {
            return Errors.Invalid(
                "InvalidCell",
                e.Message,
                row,
                $"Correct the value of the column, or leave it empty. Get-Help {command.Name} -Full describes the parameters.");
        }

        return NotNamed(row, cells)
            ?? (new PipedBinder(command, record, null).Missing() is { } missing ? PipedBinder.Missing(missing, row) : null);
    }

    /// <summary>The parameter that a column sets; null for any other column.</summary>
    private CmdletParameter? Column(string name)
    {
        if (parameters.Find(name) is { } parameter)
        {
            if (parameter.IsColumn && parameter.Name != "InputObject") return parameter;
            throw new BindingException(
                name, $"a row can't set -{parameter.Name}, which applies to the whole command; specify it on the command line");
        }

        var columns = parameters.All.Where(known => known.IsColumn && known.Name != "InputObject").SelectMany(known => known.AllNames);
        if (Spelling.Nearest(name, columns) is { } nearest)
            throw new BindingException(name, $"{command.Name} has no such parameter; did you mean {nearest}?");
        return null;
    }

    private ErrorRecord Nothing(PSObject row) =>
        Errors.Invalid(
            "NothingInRow",
            $"No column of the row is named like a parameter of {command.Name}: {Columns(row)}.",
            row,
            $"Name the columns like the parameters; Get-Help {command.Name} -Full describes them.");

    /// <summary>A row must identify the target, or contain a filter for a list.</summary>
    private ErrorRecord? NotNamed(PSObject row, List<PSPropertyInfo> cells)
    {
        if (parameters.Target is not { } target)
        {
            return cells.Exists(cell => parameters.Find(cell.Name) is { } column && record.IsSet(column)) ? null : Nothing(row);
        }

        if (record.IsGiven(target.Name)) return null;
        if (!target.IsMandatory(command.ParameterSetName)
            && cells.Exists(cell => parameters.Find(cell.Name) is { } parameter && record.IsGiven(parameter.Name)))
            return null;
        var wanted = target.Thing ?? target.Name;
        return Errors.Invalid(
            $"No{wanted}Named",
            $"The row doesn't identify {PipedBinder.An(wanted)}: {Columns(row)}.",
            row,
            $"Add a column {target.Name}, or specify -{target.Name}.");
    }

    private static string Columns(PSObject row)
    {
        var names = string.Join(", ", row.Properties.Select(property => property.Name));
        return names.Length == 0 ? "it's empty" : $"it has only {names}";
    }
}
