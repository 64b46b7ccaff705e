using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Forecasts;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Predicts which tasks an update of a service would start and stop, and whether the deployment would complete.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsDeployment", DefaultParameterSetName = "Parameters"), OutputType(typeof(ServiceForecast))]
[Operation(nameof(Operations.UpdateService), Targets = "service", TakesFile = true)]
[Deploys]
[Calls(nameof(Operations.DescribeCapacityProviders))]
public sealed partial class TestEcsDeploymentCommand : EcsOneRegionCommand, IDeployParameters, IRequestFile
{
    private TaskDefinitionChange? containers;

    /// <summary>Reads what is to be changed.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!IsRefused) containers = TaskDefinitionChange.Of(this);
    }

    /// <summary>Reads the cluster, and updates the service in a copy of it.</summary>
    private protected override void Process()
    {
        foreach (var target in Service ?? (CliInputJson is null ? [] : new string?[] { null }))
        {
            var request = new UpdateServiceRequest();
            if (CliInputJson is { } file && !RequestFile.TryComplete(this, request, file, null, null)) continue;
            Fill(request, target);
            if (CliInputJson is not null && RequestFile.Missing(request, CliInputJson, CmdletParameters.Of(GetType())) is { } missing)
                WriteError(missing);
            else Start(output => Predict(request, output));
        }
    }

    private async Task Predict(UpdateServiceRequest request, JobOutput output)
    {
        try
        {
            var made = new ServiceChange(request, containers!, output.Calls);
            if (!containers!.IsEmpty) await made.LookUp();
            await output.Object(await Prediction.Forecast(request, made.Made, output));
        }
        catch (EcsException e)
        {
            await output.Error(await Nearest.Add(e, request), request.Service);
        }
    }
}
