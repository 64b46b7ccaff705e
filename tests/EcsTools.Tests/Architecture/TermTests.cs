using System.Text.RegularExpressions;
using Mono.Cecil;

namespace EcsTools.Tests.Architecture;

/// <summary>The names in the code are terms of ECS, PowerShell and .NET.</summary>
public sealed partial class TermTests
{
    [Theory]
    [MemberData(nameof(FolderTests.Existing), MemberType = typeof(FolderTests))]
    public void No_name_is_a_private_word(string project)
    {
        using var module = CompiledProject.Open(project);
        var found = module.GetTypes()
            .SelectMany(type => type.Methods.Cast<IMemberDefinition>().Concat(type.Properties).Concat(type.Fields).Prepend(type))
            .Where(member => !member.Name.Contains('<', StringComparison.Ordinal) && PrivateWord().IsMatch(member.Name) && !IsKept(member))
            .Select(member => member.FullName)
            .ToList();
        Assert.True(found.Count == 0, $"Write result, outcome, reason, behavior, write, format or report instead:\n{string.Join('\n', found)}");
    }

    /// <summary>A name that scripts of users contain.</summary>
    private static bool IsKept(IMemberDefinition member) => member.DeclaringType?.Name == nameof(Forecast.Rehearsals.ServiceForecast) && member.Name.EndsWith(nameof(Forecast.Rehearsals.ServiceForecast.Verdict), StringComparison.Ordinal);

    /// <summary>A word of a name that a reader would have to look up.</summary>
    [GeneratedRegex("(?<![A-Z])(Verdict|Fate|Troubles|Complain|Complaint|Conduct|Tell|Tells|Told|Says|Shortfall|Wish)(?![a-z])")]
    private static partial Regex PrivateWord();
}
