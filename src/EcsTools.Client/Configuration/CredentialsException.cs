namespace EcsTools.Client;

/// <summary>There are no credentials.</summary>
/// <param name="message">The sources that were tried, and a recommendation.</param>
/// <param name="inner">The failure of the source.</param>
internal sealed class CredentialsException(string message, Exception inner) : Exception(message, inner);
