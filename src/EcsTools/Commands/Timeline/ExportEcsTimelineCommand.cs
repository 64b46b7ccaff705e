using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Model;
using EcsTools.Session;
using EcsTools.Show.Export;
using EcsTools.Show.Timelines;

namespace EcsTools.Commands;

/// <summary>Exports the time line of Show-EcsCluster, or of a predicted deployment, to a file that plays in any browser.</summary>
[Cmdlet(VerbsData.Export, "EcsTimeline", SupportsShouldProcess = true), OutputType(typeof(void))]
public sealed class ExportEcsTimelineCommand : EcsToolsCommand
{
    private readonly List<ServiceForecast> forecasts = [];
    private bool isRefusedLater;

    [Parameter(Position = 0, Mandatory = true,
        HelpMessage = "The file to write: .html for the whole time line, .svg for one point in time. An existing file is replaced.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? Path { get; set; }

    [Parameter(ValueFromPipeline = true,
        HelpMessage = "A prediction of Test-EcsDeployment. Default: the recording of the page of Show-EcsCluster.")]
    public PSObject? InputObject { get; set; }

    [Parameter(HelpMessage = "The point in time that an .svg file shows. Default: the newest.")]
    public DateTime? At { get; set; }

    [Parameter(HelpMessage = "Doesn't replace an existing file: the cmdlet ends with an error.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Collects the predictions.</summary>
    private protected override void Process()
    {
        if (InputObject is null) return;
        if (InputObject.BaseObject is ServiceForecast forecast)
        {
            forecasts.Add(forecast);
            return;
        }

        isRefusedLater = true;
        WriteError(Errors.Invalid(
            "NotPlayable",
            $"An object of the type {InputObject.BaseObject.GetType().Name} has no time line.",
            InputObject,
            "Pipe the output of Test-EcsDeployment, or omit the input to export what Show-EcsCluster has seen."));
    }

    /// <summary>Writes the file.</summary>
    protected override void EndProcessing()
    {
        if (IsRefused || (isRefusedLater && forecasts.Count == 0)) return;
        try
        {
            var file = WholeFile.PathOf(this, Path!);
            if (NoClobber && File.Exists(file)) throw new EcsException("FileExists", $"The file '{file}' already exists.");
            if (ShouldProcess(file, "Export the time line")) WholeFile.Write(file, Content(file), replaces: !NoClobber);
        }
        catch (EcsException e)
        {
            ThrowTerminatingError(Errors.Record(e, ErrorCategory.InvalidOperation, Path, Advice(e.ErrorCode)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Errors.Record(
                new EcsException("TimelineNotSaved", $"The time line wasn't saved: {e.Message}", e),
                ErrorCategory.WriteError,
                Path,
                "Specify another -Path."));
        }
    }

    private byte[] Content(string file) => System.IO.Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => TimelinePage.Make(Timeline()),
        ".SVG" => MomentSvg.Make(Timeline().At(At is { } at ? at : DateTimeOffset.MaxValue)!),
        var other => throw new EcsException("UnknownFormat", $"A time line can't be exported as '{other}'."),
    };

    private Timeline Timeline() => forecasts switch
    {
        [] =>
            EcsSession.Current.Page?.Timeline is { Newest: not null } seen
                ? seen
                : throw new EcsException("NothingSeen", "This session has no recording yet."),
        [var forecast] =>
            ForecastTimeline.Of(forecast) ?? throw new EcsException(
                "NotPlayable",
                $"The prediction for the service {forecast.Service} comes from another process, without the cluster that it was made for."),
        _ => throw new EcsException("SeveralForecasts", $"{forecasts.Count} predictions were piped, but a file holds one."),
    };

    private static string Advice(string code) => code switch
    {
        "FileExists" => "Specify another -Path, or omit -NoClobber to replace the file.",
        "UnknownFormat" => "Specify a -Path that ends with .html or .svg.",
        "NothingSeen" => "Start Show-EcsCluster -Record before the change, or pipe the output of Test-EcsDeployment.",
        "SeveralForecasts" => "Pipe one prediction per file.",
        _ => "Run Test-EcsDeployment in this session, and pipe its output.",
    };
}
