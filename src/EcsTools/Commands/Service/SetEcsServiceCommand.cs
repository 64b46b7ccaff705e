using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Forecasts;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates services, or updates existing ones, to match a file and the parameters.</summary>
[Cmdlet(VerbsCommon.Set, "EcsService", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.CreateService), Target = "serviceName", TakesFile = true)]
[Waits("until the deployment has completed. A deployment that fails, is rolled back, stopped, or superseded causes an error")]
[Calls(nameof(Operations.DescribeCapacityProviders), With = "WhatIf")]
[Calls(nameof(Operations.UpdateService), nameof(Operations.DescribeServiceRevisions), nameof(Operations.DescribeTaskDefinition),
    nameof(Operations.TagResource), nameof(Operations.UntagResource))]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed partial class SetEcsServiceCommand : EcsChangeCommand, IWaitParameters, IRequestFile
{
    [Parameter(ParameterSetName = "Parameters", Position = 0, Mandatory = true, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true, HelpMessage = "Names or ARNs of the services.")]
    [Parameter(ParameterSetName = "CliInputJson", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), NoFile, ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Service { get; set; }

    /// <summary>Reads what each service is to be, and looks at what it is.</summary>
    private protected override void Process()
    {
        foreach (var target in Service ?? (CliInputJson is null ? [] : new string?[] { null }))
        {
            var asked = new CreateServiceRequest();
            if (CliInputJson is { } file && !RequestFile.TryRead(this, file, root => ServiceFile.Read(asked, root))) continue;
            Fill(asked, target);
            asked.ServiceName = EcsArn.NameIn(asked.ServiceName);
            if (CliInputJson is not null && RequestFile.Missing(asked, CliInputJson, CmdletParameters.Of(GetType())) is { } missing)
                WriteError(missing);
            else Start(output => Try(asked, output));
        }
    }

    private async Task Try(CreateServiceRequest asked, JobOutput output)
    {
        try
        {
            var calls = output.Calls;
            var now = (await ServiceReader.Describe(asked.Cluster, [asked.ServiceName!], calls)).Services?.FirstOrDefault();
            if (now is { Status: "ACTIVE" }) await Update(now, asked, calls);
            else await Create(now, asked, output);
        }
        catch (EcsException e)
        {
            await output.Error(await Nearest.Add(e, asked), Subject(asked));
        }
    }

    /// <summary>A service that is INACTIVE is created again. One that is DRAINING is waited for first.</summary>
    private async Task Create(Model.Service? old, CreateServiceRequest asked, JobOutput output)
    {
        var isDraining = old is { Status: "DRAINING" };
        var action =
            $"{(isDraining ? "Wait until the existing service is INACTIVE, then create" : "Create")}{(asked.TaskDefinition is { } definition ? $", with {(asked.DesiredCount is { } count ? count == 1 ? "1 task" : $"{count} tasks" : "the tasks")} of {EcsArn.IdOf(definition)}" : "")}";
        if (!await output.ShouldProcess(Subject(asked), action, Cancellation))
        {
            if (IsWhatIf && !isDraining) await Prediction.Write(output, () => Prediction.Of(asked, output));
            return;
        }

        if (isDraining && await this.WaitFor(ServiceEndGoal.Of(old!), output, old) is null) return;
        var created = (await SendAsync(Operations.CreateService, asked, output)).Service!;
        await this.EmitSettled(created, ServiceGoal.Of(created), output);
    }

    private async Task Update(Model.Service now, CreateServiceRequest asked, JobCalls calls)
    {
        var output = calls.Output;
        asked = await ServiceSettings.Resolved(asked, calls);
        var isInRevision = asked.GatewayConnectors is not null || asked.Monitoring is not null;
        var before = isInRevision ? await ServiceReader.Settings(now, calls) : ServiceSettings.Of(now);
        var wanted = ServiceSettings.With(before, asked);
        var differences = ServiceSettings.Differences(before, wanted);
        var update = ServiceSettings.Update(now, wanted, differences);
        if (differences.Count == 0)
        {
            await this.EmitSettled(now, ServiceGoal.Of(now.ClusterArn, now.ServiceArn!, null), output);
            return;
        }

        var action = $"Update{string.Concat(differences.Select(difference => $"{System.Environment.NewLine}  {difference}"))}";
        if (!await output.ShouldProcess(Subject(asked), action, Cancellation))
        {
            if (IsWhatIf && update is not null) await Prediction.Write(output, () => Prediction.Of(update, null, output));
            return;
        }

        if (differences.Exists(difference => difference.Member == "tags")) await Retag(now, before.Tags ?? [], wanted.Tags ?? [], calls);
        var updated = update is null ? now : (await SendAsync(Operations.UpdateService, update, output)).Service!;
        await this.EmitSettled(updated, ServiceGoal.Of(updated), output);
    }

    /// <summary>An update of a service changes no tags: they have operations of their own.</summary>
    private static async Task Retag(Model.Service service, List<Tag> before, List<Tag> after, JobCalls calls)
    {
        var added = after.FindAll(tag => !before.Contains(tag));
        var removed = before.Select(tag => tag.Key!).Except(after.Select(tag => tag.Key!)).ToList();
        if (removed.Count > 0) await calls.Send(Operations.UntagResource, new() { ResourceArn = service.ServiceArn, TagKeys = removed });
        if (added.Count > 0) await calls.Send(Operations.TagResource, new() { ResourceArn = service.ServiceArn, Tags = added });
        service.Tags = after;
    }

    private static string Subject(CreateServiceRequest asked) => Naming.Subject("service", asked.ServiceName, asked.Cluster);
}
