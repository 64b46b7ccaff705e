using System;
using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Specs;
using EcsTools.Text;

namespace EcsTools.Generator.Parsing;

/// <summary>Finds the parameters that a cmdlet gets from its operations in the model.</summary>
internal static class CmdletResolver
{
    /// <summary>Members that page through a list; the base class turns the pages.</summary>
    private static readonly HashSet<string> Paging = ["nextToken", "maxResults"];

    public static CmdletSpec Resolve(MarkedCmdlet cmdlet, ModelSpec model)
    {
        var problems = Problems(cmdlet, model).ToEquatableList();
        if (problems.Count > 0) return new(cmdlet.Namespace, cmdlet.Class, new([]), new([]), false, null, problems);

        var declared = new HashSet<string>(cmdlet.DeclaredNames, StringComparer.OrdinalIgnoreCase);
        var all = cmdlet.Operations
            .Select(operation => (Operation: operation, Parameters: Parameters(operation, cmdlet, model).ToList()))
            .ToList();
        var taken = new HashSet<string>(
            declared.Concat(all.SelectMany(one => one.Parameters).Select(parameter => parameter.Name)), StringComparer.OrdinalIgnoreCase);
        return new(
            cmdlet.Namespace,
            cmdlet.Class,
            all.SelectMany(one => one.Parameters)
                .GroupBy(parameter => parameter.Name)
                .Select(same => same.First())
                .Where(parameter => !declared.Contains(parameter.Name))
                .Select(parameter => parameter with { Aliases = parameter.Aliases.Where(taken.Add).ToEquatableList() }).ToEquatableList(),
            all.Select(one => Request(one.Operation, one.Parameters)).ToEquatableList(),
            cmdlet.Operations.Any(operation => operation.TakesFile),
            cmdlet.WaitsUntil,
            problems);

        RequestSpec Request(MarkedOperation operation, List<ParameterSpec> parameters)
        {
            var request = model.Operation(operation.Name)!.Input;
            var filling = parameters.Where(parameter => !declared.Contains(parameter.Name) || parameter.IsCluster || parameter.IsTarget);
            return new(operation, request, cmdlet.OverridableRequests.Contains(request), filling.ToEquatableList());
        }
    }

    private static IEnumerable<ParameterSpec> Parameters(MarkedOperation operation, MarkedCmdlet cmdlet, ModelSpec model)
    {
        var request = Request(operation, model);
        return request.Members
            .Where(member => !Paging.Contains(member.Name) && !operation.Omit.Contains(member.Name))
            .Select(member => new ParameterParser(request, member, operation, model).Parse(isMandatory: IsRequiredByAll(member)));

        // A member that only one of a cmdlet's operations requires can't be mandatory for the cmdlet.
        bool IsRequiredByAll(MemberSpec member) =>
            cmdlet.Operations.All(one => Request(one, model).Members.Any(other => other.Name == member.Name && other.IsRequired));
    }

    private static StructureSpec Request(MarkedOperation operation, ModelSpec model) =>
        model.Structure(model.Operation(operation.Name)!.Input);

    private static IEnumerable<DiagnosticSpec> Problems(MarkedCmdlet cmdlet, ModelSpec model)
    {
        if (!cmdlet.IsPartial) yield return DiagnosticSpec.Of(Diagnostics.NotPartial, cmdlet.Location, cmdlet.Class);
        foreach (var operation in cmdlet.Operations)
        {
            if (model.Operation(operation.Name) is null)
            {
                yield return DiagnosticSpec.Of(
                    Diagnostics.UnknownOperation,
                    cmdlet.Location,
                    cmdlet.Class,
                    operation.Name,
                    Spelling.Hint(operation.Name, model.Operations.Select(known => known.Name)));
                continue;
            }

            var members = Request(operation, model).Members.Select(member => member.Name).ToList();
            foreach (var name in operation.Omit.Append(operation.Target).Append(operation.Then).OfType<string>().Except(members))
                yield return DiagnosticSpec.Of(
                    Diagnostics.UnknownMember, cmdlet.Location, cmdlet.Class, operation.Name, name, Spelling.Hint(name, members));
        }
    }
}
