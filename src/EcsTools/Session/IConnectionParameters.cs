namespace EcsTools.Session;

/// <summary>The parameters of a cmdlet that calls ECS, for its region, credentials and endpoint.</summary>
internal interface IConnectionParameters
{
    /// <summary>The name of the parameter for regions, and of the property of objects that were read in one of several regions.</summary>
    const string Region = "Region";

    /// <summary>The regions; the first one is that of the connection.</summary>
    IReadOnlyList<string>? Regions { get; }

    /// <summary>The profile.</summary>
    string? ProfileName { get; }

    /// <summary>The file with the profile.</summary>
    string? ProfileLocation { get; }

    /// <summary>Credentials of AWS.Tools.</summary>
    object? Credential { get; }

    /// <summary>The access key ID.</summary>
    string? AccessKey { get; }

    /// <summary>The secret access key.</summary>
    string? SecretKey { get; }

    /// <summary>The session token.</summary>
    string? SessionToken { get; }

    /// <summary>The endpoint URL.</summary>
    string? EndpointUrl { get; }
}
