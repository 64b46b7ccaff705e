using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Rules.RunningServices;
using EcsTools.Text;

namespace EcsTools.Commands;

/// <summary>Checks running services for settings that are likely to cause problems.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsService"), OutputType(typeof(ServiceFinding))]
public sealed class TestEcsServiceCommand : EcsServiceReportCommand<ServiceFinding>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<List<ContainerInstance>>>> instances = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<TaskDefinition?>>> definitions = new();
    private List<ServiceRule> rules = [];

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster in the ARN, the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster", IsSingle = true), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    [Parameter(HelpMessage = "Checks only these rules. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ServiceRuleCompleter))]
    [SupportsWildcards]
    public string[]? Rule { get; set; }

    [Parameter(HelpMessage = "Skips these rules. Accepts wildcards."), ArgumentCompleter(typeof(ServiceRuleCompleter)), SupportsWildcards]
    public string[]? ExcludeRule { get; set; }

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    /// <summary>Finds the rules. A name that no rule has ends the command.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (IsRefused) return;
        foreach (var name in (Rule ?? []).Concat(ExcludeRule ?? []).Where(name => !ServiceRules.All.Any(rule => IsNamed(rule, name))))
        {
            var message = Spelling.Sentence($"There is no rule '{name}'", name, ServiceRules.All.Select(rule => rule.Name));
            ThrowTerminatingError(Errors.Invalid(
                "RuleNotFound", message, name, $"The rules are {string.Join(", ", ServiceRules.All.Select(rule => rule.Name))}."));
        }

        rules = [.. ServiceRules.All.Where(rule =>
            (Rule is null || Array.Exists(Rule, name => IsNamed(rule, name)))
                && !Array.Exists(ExcludeRule ?? [], name => IsNamed(rule, name)))];
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var calls = output.Calls with { Until = cancellation };
        var described = await calls.Send(Operations.DescribeServices, new() { Cluster = batch.Cluster, Services = batch.Ids });
        var read = await Task.WhenAll((described.Services ?? [])
            .Where(service => service.Status == "ACTIVE")
            .Select(service => Read(service, calls)));
        return new([.. read.SelectMany(Findings)], described.Failures ?? []);
    };

    private IEnumerable<ServiceFinding> Findings(RunningService service) =>
        from rule in rules
        from breach in rule.Find(service)
        select new ServiceFinding(
            service.Service.ServiceName!, rule.Name, rule.Severity, breach.Path, rule.Message(breach), rule.Recommendation(breach));

    private async Task<RunningService> Read(Model.Service service, JobCalls calls)
    {
        var reader = new EcsReader(calls);
        var definition = definitions.GetOrAdd(service.TaskDefinition ?? "", name =>
            new(async () => name.Length == 0 ? null : (await reader.TaskDefinitions([name])).FirstOrDefault()));
        var tasks = await calls.Reader.ListedTasks(new() { Cluster = service.ClusterArn, ServiceName = service.ServiceName });
        var isOnInstances = tasks.Exists(task => task.ContainerInstanceArn is not null);
        return new()
        {
            Service = service,
            Definition = await definition.Value,
            Tasks = tasks,
            Instances = isOnInstances
                ? await instances.GetOrAdd(service.ClusterArn!, cluster => new(() => reader.Instances(cluster))).Value
                : [],
            Now = WaitClock.Now.LocalDateTime,
        };
    }

    private static bool IsNamed(ServiceRule rule, string name) => NamePatterns.Pattern(name).IsMatch(rule.Name);
}
