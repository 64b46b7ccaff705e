using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Rules;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api;

/// <summary>Checks that several operations make of their requests.</summary>
internal static class Check
{
    private const int MaxTags = 50, LongestToken = 36;

    /// <summary>A name as clusters and services have it.</summary>
    public static void Name(string? name, string what, string member) => Rules(NameRules.Of(what, member), name);

    /// <summary>A value that is one of the API's, where one is given.</summary>
    public static void OneOf(string? value, string member, params string[] values)
    {
        if (value is not null && !values.Contains(value))
            throw EcsFault.InvalidParameter($"{member} should be one of [{string.Join(',', values)}]");
    }

    /// <summary>A member that a request must have.</summary>
    public static void Given(object? value, string member)
    {
        if (value is null) throw EcsFault.InvalidParameter($"{member} should not be null.");
    }

    /// <summary>The values of <c>include</c>, which must be known to the operation.</summary>
    public static void Include(List<string>? include, params string[] known)
    {
        foreach (var asked in include ?? []) OneOf(asked, "include", known);
    }

    /// <summary>An idempotency token, where one is given.</summary>
    public static void Token(string? token)
    {
        if (token?.Length > LongestToken) throw EcsFault.InvalidParameter($"idempotency token longer than {LongestToken}.");
    }

    /// <summary>A list of what is to be described or changed.</summary>
    public static void Ids(List<string>? ids, string member, string name, int most)
    {
        if (ids is null or []) throw EcsFault.InvalidParameter($"{member} cannot be empty.");
        if (ids.Count > most) throw EcsFault.InvalidParameter($"{name} can have at most {most} items.");
    }

    /// <summary>How many tasks a service is to have, within the quota.</summary>
    public static void TaskCount(Call call, int? count, string member)
    {
        if (count > call.Engine.TasksPerService)
            throw EcsFault
                .InvalidParameter($"{member} can not be greater than {call.Engine.TasksPerService}, the quota of tasks per service.");
    }

    public static void Tags(List<Tag>? tags) => Rules(TagRules.All, tags ?? []);

    /// <summary>Refuses what breaks a rule, by the first that is broken.</summary>
    public static void Rules<T>(IEnumerable<Rule<T>> rules, T subject)
    {
        if (rules.Where(rule => rule.Error is not null).SelectMany(rule => rule.Findings(subject)).FirstOrDefault() is { } finding)
            throw new EcsFault(finding.Error!, finding.Text);
    }

    /// <summary>A key that a user can set or remove.</summary>
    public static void TagKey(string key)
    {
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            throw EcsFault.InvalidParameter("Tag keys that begin with aws: are kept for AWS.");
    }

    public static void TagCount(List<Tag>? tags)
    {
        if (tags?.Count > MaxTags) throw EcsFault.InvalidParameter($"Tags can not have more than {MaxTags} elements.");
    }
}
