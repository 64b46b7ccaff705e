<?xml version="1.0" encoding="utf-8"?>
<!-- Puts the names of the cmdlets, sorted, in their place in the manifest. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8" />
  <xsl:variable name="place"> '(the cmdlets)'</xsl:variable>
  <xsl:template match="/All">
    <xsl:value-of select="substring-before(Manifest, $place)" />
    <xsl:for-each select="Cmdlet">
      <xsl:sort select="." />
      <xsl:text>&#10;        '</xsl:text>
      <xsl:value-of select="." />
      <xsl:text>'</xsl:text>
      <xsl:if test="position() != last()">,</xsl:if>
    </xsl:for-each>
    <xsl:value-of select="substring-after(Manifest, $place)" />
  </xsl:template>
</xsl:stylesheet>
